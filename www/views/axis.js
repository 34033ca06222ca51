/**
 * The axis above the timeline: a picture of what the list says, and hidden from those who hear the list.
 *
 * @import { TimelineEvent } from '../pkg/digest_hub.js'
 */

/**
 * @param {TimelineEvent[]} _events
 * @returns {Node | null}
 */
export function axisView(_events) {
  return null;
}
