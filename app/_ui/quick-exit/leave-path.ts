/** A route, since pages are prerendered and the address is the operator's. Without a script the link alone leads there. */
export const leavePath = '/api/leave';
