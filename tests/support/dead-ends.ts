type Transitions = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** States of a machine from which no final state (one without outcomes) can be reached: a person would be stuck there. */
export function deadEnds(transitions: Transitions): readonly string[] {
  return Object.keys(transitions).filter((state) => !reachesFinal(state, transitions, new Set()));
}

function reachesFinal(state: string, transitions: Transitions, seen: Set<string>): boolean {
  if (seen.has(state)) return false;
  seen.add(state);
  const next = Object.values(transitions[state] ?? {});
  return next.length === 0 || next.some((following) => following && reachesFinal(following, transitions, seen));
}
