// Loaded before the Playground (NODE_OPTIONS=--require): its clock begins at PLAYGROUND_CLOCK, so that
// what is written in it is said on the day of the møte.
const begin = Date.parse(process.env.PLAYGROUND_CLOCK || '');

if (!Number.isNaN(begin)) {
  const Real = Date;
  const ahead = begin - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given); else super(Real.now() + ahead);
    }

    static now() {
      return Real.now() + ahead;
    }
  };
}
