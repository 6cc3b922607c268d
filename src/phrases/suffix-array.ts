/**
 * Suffix array by induced sorting in linear time: Nong, Zhang and Chan, "Two Efficient Algorithms for Linear Time
 * Suffix Array Construction" (IEEE Transactions on Computers, 2011), over an alphabet of integers.
 *
 * A position is S when its suffix is smaller than the next one's, else L; an S position after an L one is LMS.
 * The order of the LMS suffixes gives that of all L suffixes in one pass from the left, and these that of all S
 * suffixes in one pass from the right. During a pass the complement of a position (`~p`) marks one whose
 * predecessor belongs to the other pass, so types need not be stored: two neighbouring letters tell them.
 */

/** Positions of `text` in the order of their suffixes. Letters are 0…letters-1; the end counts as least. */
export function suffixArray(text: Int32Array, letters: number): Int32Array {
  const length = text.length;
  const order = new Int32Array(length);
  if (length < 2) return order;
  const ends = new Int32Array(letters);
  for (let p = 0; p < length; p += 1) ends[text[p]!]! += 1;
  for (let letter = 1; letter < letters; letter += 1) ends[letter]! += ends[letter - 1]!;

  const lms = lmsPositions(text);
  if (lms.length > 1) {
    seed(text, order, ends, lms);
    induceSubstrings(text, order, ends);
    sortLms(text, order, lms);
    order.fill(0);
  }
  seed(text, order, ends, lms);
  induceSuffixes(text, order, ends);
  return order;
}

/** All LMS positions, ascending. */
function lmsPositions(text: Int32Array): Int32Array {
  const found = new Int32Array((text.length >> 1) + 1);
  let at = found.length;
  let small = false;
  for (let p = text.length - 2; p >= 0; p -= 1) {
    const letter = text[p]!;
    const next = text[p + 1]!;
    if (letter < next) small = true;
    else if (letter > next) {
      if (small) {
        at -= 1;
        found[at] = p + 1;
      }
      small = false;
    }
  }
  return found.slice(at);
}

/** Puts LMS positions at the ends of their letters' buckets, in their order. */
function seed(text: Int32Array, order: Int32Array, ends: Int32Array, lms: Int32Array): void {
  const free = ends.slice();
  for (let i = lms.length - 1; i >= 0; i -= 1) {
    const p = lms[i]!;
    const slot = free[text[p]!]! - 1;
    free[text[p]!] = slot;
    order[slot] = p;
  }
}

function bucketStarts(ends: Int32Array): Int32Array {
  const starts = new Int32Array(ends.length);
  starts.set(ends.subarray(0, ends.length - 1), 1);
  return starts;
}

/** Leaves in `order` only the LMS positions, complemented, in the order of their substrings; 0 elsewhere. */
function induceSubstrings(text: Int32Array, order: Int32Array, ends: Int32Array): void {
  const length = text.length;
  const starts = bucketStarts(ends);
  const last = length - 1;
  order[starts[text[last]!]!++] = text[last - 1]! < text[last]! ? ~last : last;
  for (let i = 0; i < length; i += 1) {
    const v = order[i]!;
    if (v > 0) {
      const p = v - 1;
      const letter = text[p]!;
      order[i] = 0;
      order[starts[letter]!++] = p > 0 && text[p - 1]! < letter ? ~p : p;
    } else if (v < 0) order[i] = ~v;
  }
  const free = ends.slice();
  for (let i = length - 1; i >= 0; i -= 1) {
    const v = order[i]!;
    if (v <= 0) continue;
    const p = v - 1;
    const letter = text[p]!;
    order[i] = 0;
    order[--free[letter]!] = p > 0 && text[p - 1]! > letter ? ~p : p;
  }
}

/** Sorts `lms` by suffix: names equal LMS substrings alike, and where names repeat sorts the string of names. */
function sortLms(text: Int32Array, order: Int32Array, lms: Int32Array): void {
  const count = lms.length;
  // LMS positions are never neighbours, so half a position is a place of its own.
  const placeOf = new Int32Array((text.length >> 1) + 1);
  for (let i = 0; i < count; i += 1) placeOf[lms[i]! >> 1] = i;
  const names = new Int32Array(count);
  const sorted = new Int32Array(count);
  let name = -1;
  let found = 0;
  let previous = -1;
  for (let i = 0; found < count; i += 1) {
    const v = order[i]!;
    if (v >= 0) continue;
    const place = placeOf[~v >> 1]!;
    if (previous < 0 || !sameSubstring(text, lms, previous, place)) name += 1;
    names[place] = name;
    sorted[found] = ~v;
    found += 1;
    previous = place;
  }
  if (name + 1 === count) {
    lms.set(sorted);
    return;
  }
  const sortedNames = suffixArray(names, name + 1);
  for (let i = 0; i < count; i += 1) sorted[i] = lms[sortedNames[i]!]!;
  lms.set(sorted);
}

function sameSubstring(text: Int32Array, lms: Int32Array, a: number, b: number): boolean {
  // The last one ends at the text's end, which is like no other.
  if (a + 1 === lms.length || b + 1 === lms.length) return false;
  let p = lms[a]!;
  let q = lms[b]!;
  const end = lms[a + 1]!;
  if (end - p !== lms[b + 1]! - q) return false;
  for (; p <= end; p += 1, q += 1) if (text[p] !== text[q]) return false;
  return true;
}

/** From the LMS positions in suffix order at their buckets' ends to the order of all suffixes. */
function induceSuffixes(text: Int32Array, order: Int32Array, ends: Int32Array): void {
  const length = text.length;
  const starts = bucketStarts(ends);
  const last = length - 1;
  order[starts[text[last]!]!++] = text[last - 1]! < text[last]! ? ~last : last;
  for (let i = 0; i < length; i += 1) {
    const v = order[i]!;
    order[i] = ~v;
    if (v <= 0) continue;
    const p = v - 1;
    const letter = text[p]!;
    order[starts[letter]!++] = p > 0 && text[p - 1]! < letter ? ~p : p;
  }
  const free = ends.slice();
  for (let i = length - 1; i >= 0; i -= 1) {
    const v = order[i]!;
    if (v > 0) {
      const p = v - 1;
      const letter = text[p]!;
      order[--free[letter]!] = p === 0 || text[p - 1]! > letter ? ~p : p;
    } else order[i] = ~v;
  }
}
