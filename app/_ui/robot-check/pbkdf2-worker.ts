// Altcha's worker as it is; a file of ours, so that the bundler serves it from this origin.
import 'altcha/workers/pbkdf2';
