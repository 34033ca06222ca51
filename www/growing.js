/**
 * Long lists, built in turns, so that typing and scrolling never wait for a long article: what is seen first at once, the
 * rest a few elements at a time with the browser's own work in between.
 *
 * @typedef {{ host: Element, count: number, next: number, add: (index: number) => Element }} Growth
 */

/** Elements that are made in one turn; about ten milliseconds on a slow machine. */
export const ELEMENTS_A_TURN = 300;

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

/** @type {Growth[]} */
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
  grow(growth, atOnce);
  if (growth.next === count) return;
  growths.push(growth);
  takeTurn();
}

/** Makes the rest at once, for whoever is about to look for something in it. */
export function finishGrowing() {
  const all = growths;
  growths = [];
  for (const growth of all) grow(growth, Infinity);
  // A long block among them grows by itself.
  if (growths.length > 0) finishGrowing();
}

function takeTurn() {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    let left = ELEMENTS_A_TURN;
    const all = growths;
    growths = [];
    for (const growth of all) {
      // What is no longer on the page has been built anew.
      if (!growth.host.isConnected) continue;
      if (left > 0) left -= grow(growth, left);
      if (growth.next < growth.count) growths.push(growth);
    }
    if (growths.length > 0) takeTurn();
  });
}

/**
 * @param {Growth} growth
 * @param {number} most
 * @returns {number} how many elements were made
 */
function grow(growth, most) {
  let made = 0;
  while (growth.next < growth.count && made < most) {
    const added = growth.add(growth.next);
    growth.next += 1;
    made += added.getElementsByTagName('*').length + 1;
  }
  return made;
}
