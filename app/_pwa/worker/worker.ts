/**
 * The one service worker, `/worker.js`: what the phone keeps, and what it does without a line. Begin with `table.ts`.
 * It knows no words: what it says stands in the pages that it keeps.
 */
import { answerPages } from './answer-pages.ts';
import { answerAssets } from './assets.ts';
import { hearPages } from './messages.ts';
import { showMessages } from './push.ts';
import { beginAndRenew } from './versions.ts';
import { sendWhatWaits } from './waiting.ts';

beginAndRenew();
hearPages();
answerPages();
answerAssets();
showMessages();
sendWhatWaits();
