/** @import { Random } from "./random.mjs" */

const first = `about above acorn after again along always amber among anchor apple april arrow attic
autumn badge baker balcony bamboo barley basket beacon before bench between birch blanket bottle
branch bread breeze brick bridge bright brook brush bucket button cabin candle canvas carrot castle
cedar cellar chalk cherry chimney cinder circle citrus clay cliff clock cloud clover coast cobalt
comet copper coral cotton cradle crane crest cricket crown crystal curtain daisy dawn delta desert
dinner distant door dragon drawer dream drift drum dune eagle early earth east echo edge eleven
ember empty evening falcon fathom feather fennel fern`;

const second = `fiddle field figure fire flame flint flood flower forest found fountain fox frame
frost garden garlic gate gentle giant ginger glass glow goat gold grain granite grape gravel great
green grove hammer harbour harvest hazel heather hidden hill hollow honey horizon house ice indigo
ink island ivory ivy jacket jasmine journey juniper kettle kind kitchen kite ladder lake lantern
large leaf lemon letter light lilac linen little lively long lunar maple marble market meadow mellow
middle mill mint mirror modest moment moon morning moss mountain narrow nettle never night north
oak ocean often olive orange orchard other oven paper path pebble pepper`;

const third = `the a of and to in is that it was for on are with as at be this have from or one by
but not what all were when we there can an your which their said if do will each how them then she
many some so these would has look two more write go see number no way could people my than first`;

/** The words of the corpus that stand for things; tags are made of them. */
export const words = `${first} ${second}`.split(/\s+/);

const fillers = third.split(/\s+/);

/**
 * Some words in a row, half of them small.
 *
 * @param {Random} random
 * @param {number} count
 * @returns {string}
 */
export function writePhrase(random, count) {
  const chosen = Array.from({ length: count }, () => {
    return random.pick(random.happens(0.5) ? words : fillers);
  });
  return chosen.join(" ");
}
