/** Says whether there is a line, as an attribute of the root that style sheets look at. Gives back what ends it. */
export function watchLine(): () => void {
  const { dataset } = document.documentElement;
  const lose = () => {
    dataset['line'] = 'none';
  };
  const find = () => {
    delete dataset['line'];
  };
  // Not the other way round: a page that the worker took from the phone knows better than the browser.
  if (!navigator.onLine) lose();
  window.addEventListener('offline', lose);
  window.addEventListener('online', find);
  return () => {
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', find);
  };
}
