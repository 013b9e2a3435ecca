import type { GroupServices } from '#server/services/group.ts';
import { addPerson, admitPerson, removePerson } from '#server/use-cases/change-group.ts';
import { group, guardians } from '#server/use-cases/group-view.ts';
import { enterGroupCode, leaveGroup } from '#server/use-cases/join-group.ts';
import { makeJoinCode, renewHandOver, splitGroup } from '#server/use-cases/split-group.ts';
import type { Tools } from '#server/use-cases/tools.ts';

export function bindGroup(tools: Tools): GroupServices {
  return {
    group: (accountId) => group(tools, accountId),
    guardians: (accountId, person) => guardians(tools, accountId, person),
    addPerson: (input) => addPerson(tools, input),
    admitPerson: (input) => admitPerson(tools, input),
    removePerson: (input) => removePerson(tools, input),
    splitGroup: (input) => splitGroup(tools, input),
    renewHandOver: (input) => renewHandOver(tools, input),
    makeJoinCode: (input) => makeJoinCode(tools, input),
    enterGroupCode: (input) => enterGroupCode(tools, input),
    leaveGroup: (input) => leaveGroup(tools, input),
  };
}
