/*
 * Does to `window` what MooTools 1.2 and 1.3 do: their own Event, Element and Document take the place of the browser's,
 * and every element inherits their methods. Written for these tests; no line is that library's.
 */
(function () {
  var NativeElement = window.Element;
  window.Event = function (event) {
    this.host = 'event';
    this.event = event;
  };
  window.Document = function () {
    this.host = 'document';
  };
  window.Element = function (tag) {
    return document.createElement(tag);
  };
  window.Element.prototype = NativeElement.prototype;
  window.Element.host = 'element';
  var methods = [
    'get',
    'set',
    'erase',
    'inject',
    'grab',
    'adopt',
    'dispose',
    'clone',
    'destroy',
    'fireEvent',
    'addEvent',
    'getElement',
  ];
  methods.forEach(function (name) {
    NativeElement.prototype[name] = function () {
      throw new Error('MooTools ' + name);
    };
  });
  [
    'each',
    'clean',
    'associate',
    'contains',
    'extend',
    'getLast',
    'getRandom',
    'combine',
    'erase',
    'flatten',
    'pick',
  ].forEach(function (name) {
    Array.prototype[name] = function () {
      throw new Error('MooTools ' + name);
    };
  });
  // Takes its arguments as one list.
  Function.prototype.bind = function (self, args) {
    var method = this;
    return function () {
      return method.apply(self, args ? [].concat(args) : arguments);
    };
  };
  Object.merge = Object.append = function () {
    throw new Error('MooTools merge');
  };
})();
