// Before anything is painted: the colours that the person has chosen for the machine.
(() => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => { document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
  dark.addEventListener('change', apply);
  apply();
})();
