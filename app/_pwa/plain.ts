/**
 * The one script of a page that comes without the framework's run-time (`server/http/plain-page.ts`): what matters most to
 * people with little data, in plain functions. The build makes a file of it of its own.
 */
import { startListening } from '#app/_ui/listen/start-listening.ts';

startListening();
