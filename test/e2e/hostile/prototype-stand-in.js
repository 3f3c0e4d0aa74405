/*
 * Behaves as Prototype 1.6 does in the points that were measured (arrays to JSON, replaced Array, Function and Element
 * methods, names for for…in). Written for these tests; no line is that library's.
 */
(function () {
  var copy = function (to, from) {
    for (var name in from) to[name] = from[name];
    return to;
  };
  var BREAK = {};
  var Enumerable = {
    each: function (act) {
      try {
        this._each(act);
      } catch (error) {
        if (error !== BREAK) throw error;
      }
      return this;
    },
    all: function (test, self) {
      var result = true;
      this.each(function (value, i) {
        result = result && !!(test ? test.call(self, value, i) : value);
        if (!result) throw BREAK;
      });
      return result;
    },
    any: function (test, self) {
      var result = false;
      this.each(function (value, i) {
        if ((result = !!(test ? test.call(self, value, i) : value))) throw BREAK;
      });
      return result;
    },
    collect: function (make, self) {
      var results = [];
      this.each(function (value, i) {
        results.push(make ? make.call(self, value, i) : value);
      });
      return results;
    },
    detect: function (test, self) {
      var found;
      this.each(function (value, i) {
        if (test.call(self, value, i)) {
          found = value;
          throw BREAK;
        }
      });
      return found;
    },
    findAll: function (test, self) {
      var results = [];
      this.each(function (value, i) {
        if (test.call(self, value, i)) results.push(value);
      });
      return results;
    },
    include: function (wanted) {
      return this.indexOf(wanted) !== -1;
    },
    inject: function (memo, act) {
      this.each(function (value, i) {
        memo = act(memo, value, i);
      });
      return memo;
    },
    toArray: function () {
      return this.collect();
    },
    inspect: function () {
      return '#<Enumerable>';
    },
  };
  copy(Enumerable, {
    map: Enumerable.collect,
    find: Enumerable.detect,
    filter: Enumerable.findAll,
    select: Enumerable.findAll,
    every: Enumerable.all,
    some: Enumerable.any,
    member: Enumerable.include,
    // Not an iterator of pairs: the values.
    entries: Enumerable.toArray,
  });
  copy(Array.prototype, Enumerable);
  var nativeReverse = Array.prototype.reverse;
  copy(Array.prototype, {
    _each: function (act) {
      for (var i = 0, length = this.length; i < length; i++) act(this[i], i);
    },
    clear: function () {
      this.length = 0;
      return this;
    },
    first: function () {
      return this[0];
    },
    last: function () {
      return this[this.length - 1];
    },
    compact: function () {
      return this.findAll(function (value) {
        return value != null;
      });
    },
    flatten: function () {
      return this.inject([], function (all, value) {
        return all.concat(Array.isArray(value) ? value.flatten() : [value]);
      });
    },
    // Nothing is folded.
    reduce: function () {
      return this.length > 1 ? this : this[0];
    },
    reverse: function (inline) {
      return nativeReverse.call(inline !== false ? this : this.slice());
    },
    uniq: function () {
      return this.slice();
    },
    clone: function () {
      return [].concat(this);
    },
    size: function () {
      return this.length;
    },
    toJSON: function () {
      return (
        '[' +
        this.map(function (value) {
          return Object.toJSON(value);
        }).join(', ') +
        ']'
      );
    },
  });
  // Knows neither iterators nor a function to map with.
  Array.from = window.$A = function (iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0;
    var results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  Object.toJSON = function (value) {
    if (value === undefined || typeof value === 'function') return undefined;
    if (value === null) return 'null';
    return value.toJSON ? value.toJSON() : JSON.stringify(value);
  };
  Object.extend = copy;
  Object.keys = function (object) {
    var keys = [];
    for (var name in object) keys.push(name);
    return keys;
  };
  Object.values = function (object) {
    var values = [];
    for (var name in object) values.push(object[name]);
    return values;
  };
  copy(Function.prototype, {
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this;
      var args = [].slice.call(arguments);
      var self = args.shift();
      return function () {
        return method.apply(self, args.concat([].slice.call(arguments)));
      };
    },
    curry: function () {
      return this;
    },
    delay: function (seconds) {
      return setTimeout(this, seconds * 1000);
    },
    defer: function () {
      return setTimeout(this, 10);
    },
    wrap: function () {
      return this;
    },
  });
  copy(String.prototype, {
    strip: function () {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    startsWith: function (pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith: function (pattern) {
      var d = this.length - pattern.length;
      return d >= 0 && this.lastIndexOf(pattern) === d;
    },
    include: function (pattern) {
      return this.indexOf(pattern) > -1;
    },
    sub: function () {
      return String(this);
    },
    toArray: function () {
      return this.split('');
    },
    times: function (count) {
      return new Array(count + 1).join(this);
    },
    empty: function () {
      return this == '';
    },
    toJSON: function () {
      return '"' + this + '"';
    },
  });
  var Methods = {
    visible: function () {
      return this.style.display !== 'none';
    },
    toggle: function () {
      return this;
    },
    hide: function () {
      this.style.display = 'none';
      return this;
    },
    show: function () {
      this.style.display = '';
      return this;
    },
    // Throws where there is no parent.
    remove: function () {
      this.parentNode.removeChild(this);
      return this;
    },
    update: function (content) {
      this.innerHTML = content;
      return this;
    },
    replace: function () {
      return this;
    },
    insert: function () {
      return this;
    },
    select: function (selector) {
      return [].slice.call(this.querySelectorAll(selector));
    },
    scrollTo: function () {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
    getHeight: function () {
      return this.offsetHeight;
    },
    empty: function () {
      return !this.firstChild;
    },
    next: function () {
      return this.nextElementSibling;
    },
    up: function () {
      return this.parentNode;
    },
    identify: function () {
      return this.id;
    },
    observe: function (name, handler) {
      this.addEventListener(name, handler);
      return this;
    },
    fire: function () {
      return this;
    },
  };
  copy(HTMLElement.prototype, Methods);
  Element.Methods = Methods;
  window.$ = function (id) {
    return typeof id === 'string' ? document.getElementById(id) : id;
  };
})();
