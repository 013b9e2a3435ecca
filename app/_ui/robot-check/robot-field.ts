/** The hidden field of the check, which says in `data-state` how far it is (`RobotState`). */
export const robotField = 'altcha';
/** Sent to the form's element when an answer may have been used up. */
export const robotAgainEvent = 'puente:robot-again';
