/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __unit: 'epoch-milliseconds' };

/** A day as `YYYY-MM-DD`, in the zone that its context names. */
export type LocalDay = string & { readonly __format: 'YYYY-MM-DD' };

/** A minute at a port as `YYYY-MM-DDTHH:MM`, in the port's own zone: how slots are named. */
export type LocalMinute = string & { readonly __format: 'YYYY-MM-DDTHH:MM' };

/** An IANA time zone, such as `America/Tijuana`. */
export type TimeZone = string & { readonly __format: 'iana' };
