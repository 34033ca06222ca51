/**
 * Long lists, built in turns, so that typing and scrolling never wait for a long article: what is seen first at once, the
 * rest a few elements at a time with the browser's own work in between.
 *
 * @typedef {{ host: Element, count: number, next: number, add: (index: number) => Element }} Growth
 */

/** What is made in one turn: so many elements, or as many as so many milliseconds take, whichever is over first. */
const ELEMENTS_A_TURN = 300;
const A_TURN = 8;

/** The browser's own work comes first, and what follows is a task of its own. */
export function nextTurn() {
  return new Promise((go) => { setTimeout(go); });
}

/** A page that nobody looks at has no next picture, and goes on after so many milliseconds. */
const WITHOUT_A_PICTURE = 3000;

/** What was built is on the screen. */
export function nextPicture() {
  return new Promise((go) => {
    requestAnimationFrame(() => { setTimeout(go); });
    setTimeout(go, WITHOUT_A_PICTURE);
  });
}

/** @type {Growth[]} in the order of the page; what grows inside another comes before what is left of that */
let growths = [];
let isDue = false;

/**
 * @param {Element} host
 * @param {number} count of the things to add
 * @param {(index: number) => Element} add makes the thing at `index`, puts it into the host and gives it back
 * @param {number} atOnce so many elements are made before this returns
 */
export function inTurns(host, count, add, atOnce) {
  const growth = { host, count, next: 0, add };
  for (let made = 0; made < atOnce && growth.next < count;) made += addNext(growth);
  if (growth.next === count) return;
  host.setAttribute('aria-busy', 'true');
  growths.push(growth);
  takeTurn();
}

/** Makes the rest at once, for whoever is about to look for something in it. */
export function finishGrowing() {
  for (let growth = growths[0]; growth; growth = growths[0]) growFirst(growth);
}

function takeTurn() {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    const until = performance.now() + A_TURN;
    let left = ELEMENTS_A_TURN;
    for (let growth = growths[0]; growth && left > 0 && performance.now() < until; growth = growths[0]) {
      // What is no longer on the page has been built anew.
      if (growth.host.isConnected) left -= growFirst(growth);
      else growths.shift();
    }
    if (growths.length > 0) takeTurn();
  });
}

/**
 * @param {Growth} growth the first of them
 * @returns {number} how many elements were made
 */
function growFirst(growth) {
  const [, ...later] = growths;
  // What the new thing has to grow by itself comes next, so that nothing that is seen is pushed away.
  growths = [];
  const made = addNext(growth);
  if (growth.next < growth.count) growths.push(growth);
  else growth.host.removeAttribute('aria-busy');
  growths.push(...later);
  return made;
}

/** @param {Growth} growth */
function addNext(growth) {
  const added = growth.add(growth.next);
  growth.next += 1;
  return added.getElementsByTagName('*').length + 1;
}
