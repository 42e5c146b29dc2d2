/** The time that pages have to hand over what was typed, once they are blank: ten times what they need. */
export const HAND_OVER_MS = 300;
