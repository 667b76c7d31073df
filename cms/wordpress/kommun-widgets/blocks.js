// A block for each widget: its settings in the sidebar, and the widget itself, live, where it will stand.
(({ blockEditor, blocks, components, data, element, htmlEntities, i18n }, { widgets, loader, backend, phone, home }) => {
  const { createElement: el, Fragment, useEffect, useState } = element;
  const { __ } = i18n;
  const faq = 'kommun-faq';

  /** The settings that are made, as names and texts; of one that is on, an empty text. */
  const made = ({ settings }, attributes) =>
    settings.map(({ name }) => [name, attributes[name]]).filter(([, value]) => value).map(([name, value]) => [name, value === true ? '' : htmlEntities.decodeEntities(value)]);

  /** The widget's own page, with its settings in the fragment. */
  function linkTo(widget, attributes) {
    const pairs = made(widget, attributes).map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value)}`));
    return `${widget.page}#${widget.tag}${pairs.length ? `?${pairs.join('&')}` : ''}`;
  }

  /** Whether the server will leave the address out: it says the same in addresses.php. */
  function isRefused(setting, written) {
    const value = written.trim();
    if (setting === 'contact-href' && /^(mailto|tel):/.test(value)) return false;
    if (/[\0-\x20\\]/.test(value)) return true;
    if (/^(?!\/\/)[^:/?#]*(?:[/?#]|$)/.test(value)) return false;
    try {
      return ![home, backend].filter(Boolean).some((ours) => new URL(ours).origin === new URL(value).origin);
    } catch {
      return true;
    }
  }

  function Control({ setting: { name, kind, label, help, options, example }, value = '', onChange }) {
    if (kind === 'switch') return el(components.ToggleControl, { label, help, checked: value === true, onChange });
    if (kind === 'choice') {
      const choices = Object.entries(options).map(([choice, words]) => ({ value: choice, label: words }));
      return el(components.SelectControl, { label, help, value, onChange, options: [{ value: '', label: __('Som det är', 'kommun-widgets') }, ...choices] });
    }
    const written = htmlEntities.decodeEntities(value);
    const wrong = kind === 'address' && written && isRefused(name, written);
    return el(components.TextControl, {
      label,
      help: wrong ? __('Adressen används inte. Den är felskriven, eller leder till en annan webbplats.', 'kommun-widgets') : help,
      value: written,
      onChange,
      type: kind === 'number' ? 'number' : 'text',
      placeholder: example,
    });
  }

  function Settings({ widget, attributes, change }) {
    return el(blockEditor.InspectorControls, null, el(components.PanelBody, { title: __('Inställningar', 'kommun-widgets') },
      ...widget.settings.map((setting) => el(Control, { key: setting.name, setting, value: attributes[setting.name], onChange: (value) => change({ [setting.name]: value || undefined }) })),
      widget.tag !== faq && el(components.TextControl, {
        label: __('Länkens text', 'kommun-widgets'),
        help: __('Läses där widgeten inte kan visas. Länken leder till widgetens egen sida.', 'kommun-widgets'),
        value: attributes.instead ?? '',
        placeholder: widget.instead,
        onChange: (instead) => change({ instead }),
      })));
  }

  /** Says in words why there is nothing to see. */
  const note = (widget, instructions) => el(components.Placeholder, { icon: widget.icon, label: widget.name, instructions });

  /** A page in the page: only whoever has chosen the block can press anything in it. Another page is another frame, or Back would lead through all that was shown. */
  const frame = (widget, isSelected, shown) => el('iframe', {
    key: shown.src ?? shown.srcDoc,
    title: `${__('Förhandsvisning', 'kommun-widgets')}: ${widget.name}`,
    style: { display: 'block', inlineSize: '100%', blockSize: '24em', resize: 'vertical', border: '1px solid #757575', pointerEvents: isSelected ? 'auto' : 'none' },
    tabIndex: isSelected ? 0 : -1,
    ...shown,
  });

  /** Lets a frame grow with what is in it, as on the page. A page of another origin cannot be measured. */
  function grow({ target }) {
    const page = target.contentDocument;
    if (page) new ResizeObserver(() => (target.style.blockSize = `${page.documentElement.scrollHeight + 2}px`)).observe(page.body);
  }

  /** `value` as it was when it had stayed the same for half a second: whoever writes is not to have each letter loaded. */
  function useSettled(value) {
    const [settled, settle] = useState(value);
    useEffect(() => {
      const timer = setTimeout(settle, 500, value);
      return () => clearTimeout(timer);
    }, [value]);
    return settled;
  }

  /** Whether the script can be fetched, as far as is known. */
  function useReached() {
    const [isReached, setReached] = useState(true);
    useEffect(() => {
      let isCurrent = true;
      if (loader) fetch(loader, { mode: 'no-cors', credentials: 'omit' }).then(() => true, () => false).then((reached) => isCurrent && setReached(reached));
      return () => {
        isCurrent = false;
      };
    }, []);
    return isReached;
  }

  /** The settings that the widget cannot do without, by itself or because of another one. */
  function missing({ settings }, attributes) {
    const needed = settings.filter(({ name }) => attributes[name]).map(({ needs }) => needs);
    return settings.filter(({ name, isNeeded }) => (isNeeded || needed.includes(name)) && !attributes[name]);
  }

  /** Where the site shows the widget and nothing else. */
  function previewOf(widget, attributes) {
    const address = new URL(home);
    address.searchParams.set('kommun-widgets-preview', widget.tag);
    address.searchParams.set('settings', JSON.stringify(Object.fromEntries(made(widget, attributes))));
    return address.href;
  }

  /** The widget on a page of the site that holds nothing else. */
  function LiveWidget({ widget, attributes, isSelected }) {
    const isReached = useReached();
    const src = useSettled(previewOf(widget, attributes));
    const needed = missing(widget, attributes).map(({ label }) => label);
    if (needed.length) return note(widget, `${__('Fyll i det här bland inställningarna:', 'kommun-widgets')} ${needed.join(', ')}.`);
    if (!loader) return note(widget, __('En administratör behöver först skriva in skriptets adress under Inställningar > Kommunens widgetar.', 'kommun-widgets'));
    if (!isReached) return note(widget, __('Förhandsvisningen kan inte hämtas just nu. Widgeten kan ändå läggas in.', 'kommun-widgets'));
    return frame(widget, isSelected, { src, onLoad: grow });
  }

  /** Questions as the widget draws them. The frame has an origin of its own, so that no script in it reaches wp-admin. */
  function LiveQuestions({ widget, attributes, clientId, isSelected }) {
    const written = data.useSelect((select) => blocks.serialize(select('core/block-editor').getBlocks(clientId)), [clientId]);
    const root = document.implementation.createHTMLDocument(widget.name);
    const script = root.createElement('script');
    Object.assign(script, { type: 'module', src: loader });
    if (phone) script.dataset.phone = phone;
    const list = root.createElement(faq);
    made(widget, attributes).forEach(([name, value]) => list.setAttribute(name, value));
    list.innerHTML = written;
    root.documentElement.lang = 'sv';
    root.body.style.fontFamily = 'system-ui, sans-serif';
    root.head.append(script);
    root.body.append(list);
    const srcDoc = useSettled(`<!doctype html>${root.documentElement.outerHTML}`);
    return frame(widget, isSelected, { sandbox: 'allow-scripts', srcDoc });
  }

  /** A question that is not written yet, as the editor's blocks. */
  const question = (level) => [
    ['core/heading', { level, placeholder: __('Skriv en fråga', 'kommun-widgets') }],
    ['core/paragraph', { placeholder: __('Skriv svaret', 'kommun-widgets') }],
  ];

  /** The next question is a heading like the first one: headings below that belong to an answer. */
  function AddQuestion({ clientId }) {
    const { insertBlocks } = data.useDispatch('core/block-editor');
    const { getBlocks, getBlockCount } = data.useSelect('core/block-editor');
    const add = () => {
      const level = getBlocks(clientId).find(({ name }) => name === 'core/heading')?.attributes.level ?? 3;
      insertBlocks(blocks.createBlocksFromInnerBlocksTemplate(question(level)), getBlockCount(clientId), clientId);
    };
    return el(components.Button, { variant: 'secondary', icon: 'plus', style: { background: '#fff' }, onClick: add }, __('Lägg till en fråga', 'kommun-widgets'));
  }

  function Questions(props) {
    const [isShown, setShown] = useState(false);
    if (props.attributes.src) return el(LiveWidget, props);
    const written = [
      el(blockEditor.InnerBlocks, { key: 'questions', template: question(3), templateInsertUpdatesSelection: true, renderAppender: false }),
      el(AddQuestion, { key: 'add', ...props }),
    ];
    return el(Fragment, null,
      loader && el(blockEditor.BlockControls, { group: 'block' }, el(components.ToolbarButton, { isPressed: isShown, onClick: () => setShown(!isShown) }, __('Förhandsvisa', 'kommun-widgets'))),
      isShown ? el(LiveQuestions, props) : written);
  }

  const editOf = (widget) => function Edit({ attributes, setAttributes, clientId, isSelected }) {
    /** The link that is saved says what the settings say, so it changes with them. */
    const change = (changes) => setAttributes(widget.tag === faq ? changes : { ...changes, link: widget.page ? linkTo(widget, { ...attributes, ...changes }) : undefined });
    useEffect(() => {
      if (widget.tag !== faq && attributes.instead === undefined) change({ instead: widget.instead });
    }, []);
    return el('div', blockEditor.useBlockProps(),
      el(Settings, { widget, attributes, change }),
      el(widget.tag === faq ? Questions : LiveWidget, { widget, attributes, clientId, isSelected }));
  };

  /** What is read if the plugin goes away: the questions, or a link. */
  const saveOf = (widget) => ({ attributes: { link, instead } }) => {
    if (widget.tag === faq) return el(blockEditor.InnerBlocks.Content);
    const words = instead?.trim() ? instead : widget.instead;
    return el('p', null, link ? el('a', { href: link }, words) : words);
  };

  for (const widget of widgets) blocks.registerBlockType(`kommun/${widget.short}`, { edit: editOf(widget), save: saveOf(widget) });
})(window.wp, window.kommunWidgets);
