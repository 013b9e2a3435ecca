import { printable } from '../verify-draw/report.ts';
import type { Seen } from './at-hand.ts';
import type { EscrowError } from './escrow.ts';
import type { FolderError } from './folder.ts';
import type { Refusal } from './refusal.ts';

/** What is said of a look at the operator: one line, or none where nothing happened. */
export function lineOf(seen: Seen): string | null {
  switch (seen.kind) {
    case 'nothing-to-do':
    case 'open':
      return null;
    case 'signed-announcement':
      return `signed the announcement of draw ${seen.draw} (${seen.day})`;
    case 'revealed':
      return `revealed the secret of draw ${seen.draw} (${seen.day})`;
    case 'signed-result':
      return `made draw ${seen.draw} (${seen.day}) again and signed its result`;
    case 'needs-trustees':
      return `draw ${seen.draw} (${seen.day}) waits: this witness came back without its secrets. Ask the trustees for draw ${seen.draw}`;
    case 'waits':
      return printable(`waits for ${seen.file} of ${seen.day}`);
    case 'refused':
      return printable(`REFUSED on ${seen.day}: ${refusalLine(seen.refusal)}`);
    case 'not-taken':
      return printable(`the operator did not take it on ${seen.day}: ${seen.reason}`);
  }
}

export function refusalLine({ kind, detail }: Refusal): string {
  return `${kind}: ${detail}`.replaceAll('\n', ' ');
}

export function errorLine(error: EscrowError | FolderError): string {
  switch (error.kind) {
    case 'folder-not-empty':
      return `${error.folder} is not empty. Name a new folder: a witness is never written over`;
    case 'folder-not-of-a-witness':
      return `${error.folder} is not a witness's folder. Make one with: npm run witness -- new --folder FOLDER --name NAME`;
    case 'share-file-form':
      return `file ${error.file} is not a trustee's file`;
    case 'shares-of-different-witnesses':
      return 'these files are of different witnesses';
    case 'share-missing':
      return `the file of trustee ${error.trustee} has no share of this`;
    case 'too-few-trustees':
      return `expected the files of ${error.needed} different trustees, found ${error.found}`;
    case 'shares-do-not-fit':
      return 'a share is wrong: what comes out is not this witness’s. Ask another trustee';
  }
}
