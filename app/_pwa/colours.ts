/** Of `app/_ui/tokens.css`, for what reads no style sheet: the bar of a phone, and the first moment of the installed app. */
export const themeColour = '#0a4a54';
export const darkThemeColour = '#17343a';
export const groundColour = '#fdf8f0';
