/** `import 'sentier/define/tour.js'`: a tour and the steps that are written within it. */
import './define-step.js';
import './define-tour.js';
