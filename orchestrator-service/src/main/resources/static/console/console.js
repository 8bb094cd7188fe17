// The pages' own script: who acts, one dialog for all acts, and fetching the live part anew when something changed.
(() => {
  'use strict';
  const REFRESH_MILLIS = 700;
  const AGAIN_MILLIS = 20000;
  const YEAR_SECONDS = 31536000;
  const element = (id) => document.getElementById(id);

  // ---- who ---------------------------------------------------------------------------------------------------------
  const nameInCookie = () => {
    const found = document.cookie.split('; ').find((part) => part.startsWith('caravan-user='));
    return found ? decodeURIComponent(found.substring('caravan-user='.length)) : '';
  };
  const remember = (name) => {
    document.cookie = `caravan-user=${encodeURIComponent(name)}; path=/; SameSite=Strict; max-age=${YEAR_SECONDS}`;
    showName();
  };
  const showName = () => { element('who').textContent = nameInCookie() || 'nobody yet'; };
  const asHeader = (name) => (/^[\x20-\x7e]*$/.test(name) ? name : `UTF-8''${encodeURIComponent(name)}`);

  // ---- acts --------------------------------------------------------------------------------------------------------
  let act = null;
  const field = (name, label, {required = true, value = '', options = null, rows = 0} = {}) => {
    const box = document.createElement('div');
    const caption = document.createElement('label');
    caption.className = 'form-label';
    caption.htmlFor = `act-${name}`;
    caption.textContent = label;
    const input = document.createElement(options ? 'select' : rows ? 'textarea' : 'input');
    input.className = options ? 'form-select' : 'form-control';
    input.id = `act-${name}`;
    input.name = name;
    input.required = required;
    if (rows) input.rows = rows;
    (options || []).forEach((option) => input.add(new Option(option, option)));
    input.value = value;
    box.append(caption, input);
    return box;
  };
  const open = (button) => {
    const data = button.dataset;
    act = {path: data.act, hash: data.hash, decisions: JSON.parse(data.decisions || '[]'), key: crypto.randomUUID()};
    element('act-title').textContent = data.title;
    element('act-text').textContent = data.text || '';
    element('act-go').className = `btn ${data.danger ? 'btn-danger' : 'btn-primary'}`;
    element('act-problem').hidden = true;
    const fields = [field('user', 'Your name', {value: nameInCookie()})];
    if (data.t0) fields.push(field('t0', data.t0, {value: ''}));
    if (data.reason) fields.push(field('reason', data.reason, {rows: 2}));
    if (data.answer) fields.push(field('answer', data.answer, {rows: 2, required: false}));
    if (data.answer) {
      fields.push(field('evidence', data.evidence ? `Evidence: ${data.evidence}` : 'Evidence (none asked for)',
        {required: Boolean(data.evidence)}));
    }
    act.decisions.forEach((decision, index) => fields.push(field(`decision-${index}`, decision.question,
      {options: decision.options.length ? decision.options : null, value: decision.byDefault})));
    element('act-fields').replaceChildren(...fields);
    element('act').showModal();
    const first = [...element('act-fields').querySelectorAll('input, textarea, select')].find((input) => !input.value);
    (first || element('act-go')).focus();
  };
  const body = (form) => {
    const said = {};
    ['t0', 'reason', 'answer', 'evidence'].forEach((name) => { if (form.has(name)) said[name] = form.get(name); });
    if (act.hash !== undefined) {
      said.planHash = act.hash;
      said.decisions = Object.fromEntries(act.decisions.map((one, index) => [one.name, form.get(`decision-${index}`)]));
    }
    return said;
  };
  const tell = (problem) => {
    element('act-problem').textContent = problem;
    element('act-problem').hidden = false;
  };
  const send = async (event) => {
    event.preventDefault();
    const form = element('act-form');
    if (!form.reportValidity()) return;
    const said = new FormData(form);
    remember(said.get('user').trim());
    if (!act.path) {
      element('act').close();
      return;
    }
    element('act-go').disabled = true;
    try {
      const answer = await fetch(`${act.path}?wait=10`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'X-Caravan-User': asHeader(nameInCookie()), 'Idempotency-Key': act.key},
        body: JSON.stringify(body(said)),
      });
      if (answer.ok) {
        element('act').close();
        refresh();
      } else {
        const problem = await answer.json().catch(() => ({}));
        tell(problem.detail || `The console answered ${answer.status}.`);
      }
    } catch {
      tell('The console does not answer. Send it again: it counts once.');
    } finally {
      element('act-go').disabled = false;
    }
  };

  // ---- live --------------------------------------------------------------------------------------------------------
  let due = 0;
  const refresh = () => {
    if (due) return;
    due = setTimeout(() => {
      due = 0;
      if (element('live')?.hasAttribute('hx-get')) htmx.trigger('#live', 'refresh');
    }, REFRESH_MILLIS);
  };
  const follow = () => {
    const path = element('live')?.dataset.stream;
    if (!path) return;
    const say = (text) => { element('connection').textContent = text; };
    const stream = new EventSource(path);
    stream.onopen = () => say('live');
    stream.onerror = () => say('not connected, trying again');
    ['run', 'step'].forEach((name) => stream.addEventListener(name, refresh));
    window.addEventListener('pagehide', () => stream.close());
    // Distances in time are told by the service, whose clock may be a simulated one: ask again though nothing happened.
    setInterval(() => { if (!document.hidden) refresh(); }, AGAIN_MILLIS);
  };

  // What a person has opened, scrolled or focused stays so.
  const handle = (one) => {
    if (!one?.closest?.('#live')) return '';
    if (one.dataset.act) return `[data-act="${CSS.escape(one.dataset.act)}"]`;
    if (one.matches('summary') && one.parentElement.id) return `#${CSS.escape(one.parentElement.id)} > summary`;
    if (one.matches('a[href]')) return `#live a[href="${CSS.escape(one.getAttribute('href'))}"]`;
    return one.id && one.id !== 'live' ? `#${CSS.escape(one.id)}` : '';
  };
  const kept = {opened: new Map(), touched: new Set(), focused: '', scrolled: new Map()};
  document.addEventListener('htmx:beforeSwap', () => {
    document.querySelectorAll('#live details[id]').forEach((one) => {
      kept.opened.set(one.id, one.open);
      const list = one.querySelector('.plan');
      if (list) kept.scrolled.set(one.id, list.scrollTop);
    });
    kept.focused = handle(document.activeElement);
  });
  document.addEventListener('htmx:afterSettle', () => {
    document.querySelectorAll('#live details[id]').forEach((one) => {
      if (kept.opened.has(one.id) && kept.touched.has(one.id)) one.open = kept.opened.get(one.id);
      const list = one.querySelector('.plan');
      if (list && kept.scrolled.has(one.id)) list.scrollTop = kept.scrolled.get(one.id);
    });
    if (kept.focused && !element('act').open) {
      document.querySelector(kept.focused)?.focus({preventScroll: true});
    }
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act], #who');
    if (button?.id === 'who') open({dataset: {title: 'Who are you?', text: 'Your name goes with everything that you do here.'}});
    else if (button) open(button);
    if (event.target.closest('#open-all')) {
      document.querySelectorAll('#live .phase').forEach((one) => { kept.touched.add(one.id); one.open = true; });
    }
    const summary = event.target.closest('summary');
    if (summary?.parentElement?.id) kept.touched.add(summary.parentElement.id);
  });
  element('act-form').addEventListener('submit', send);
  element('act-cancel').addEventListener('click', () => element('act').close());
  showName();
  follow();
})();
