// A block for each widget: its settings in the sidebar, and the widget itself, live, where it will stand.
(({ blockEditor, blocks, components, data, element, htmlEntities, i18n }, { widgets, loader, backend, home }) => {
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

  /** Whether it leads to another site, where no widget gets anything from. */
  function isElsewhere(value) {
    if (/^(mailto|tel):/.test(value)) return false;
    try {
      return ![home, backend].filter(Boolean).some((ours) => new URL(ours).origin === new URL(value, home).origin);
    } catch {
      return true;
    }
  }

  function Control({ setting: { kind, label, help, options, example }, value = '', onChange }) {
    if (kind === 'switch') return el(components.ToggleControl, { label, help, checked: value === true, onChange });
    if (kind === 'choice') {
      const choices = Object.entries(options).map(([choice, name]) => ({ value: choice, label: name }));
      return el(components.SelectControl, { label, help, value, onChange, options: [{ value: '', label: __('Som det är', 'kommun-widgets') }, ...choices] });
    }
    const written = htmlEntities.decodeEntities(value);
    const wrong = kind === 'address' && written && isElsewhere(written);
    return el(components.TextControl, {
      label,
      help: wrong ? __('Adressen leder till en annan webbplats och används inte.', 'kommun-widgets') : help,
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
        onChange: (instead) => change({ instead }),
      })));
  }

  /** Says in words why there is nothing to see. */
  const note = (widget, instructions) => el(components.Placeholder, { icon: 'building', label: widget.name, instructions });

  /** A page in the page: only whoever has chosen the block can press anything in it. */
  const frame = (widget, isSelected, more) => el('iframe', {
    title: `${__('Förhandsvisning', 'kommun-widgets')}: ${widget.name}`,
    style: { display: 'block', inlineSize: '100%', blockSize: '24em', resize: 'vertical', border: '1px solid #757575', pointerEvents: isSelected ? 'auto' : 'none' },
    tabIndex: isSelected ? 0 : -1,
    ...more,
  });

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

  /** The widget on a page of the site that holds nothing else. */
  function LiveWidget({ widget, attributes, isSelected }) {
    const isReached = useReached();
    const needed = widget.settings.filter(({ name, isNeeded }) => isNeeded && !attributes[name]).map(({ label }) => label);
    if (needed.length) return note(widget, `${__('Fyll i det här bland inställningarna:', 'kommun-widgets')} ${needed.join(', ')}.`);
    if (!loader) return note(widget, __('En administratör behöver först skriva in skriptets adress under Inställningar > Kommunens widgetar.', 'kommun-widgets'));
    if (!isReached) return note(widget, __('Förhandsvisningen kan inte hämtas just nu. Widgeten kan ändå läggas in.', 'kommun-widgets'));
    const src = new URL(home);
    src.searchParams.set('kommun-widgets-preview', widget.tag);
    src.searchParams.set('settings', JSON.stringify(Object.fromEntries(made(widget, attributes))));
    return frame(widget, isSelected, { src: src.href });
  }

  /** Questions as the widget draws them. The frame has an origin of its own, so that no script in it reaches wp-admin. */
  function LiveQuestions({ widget, attributes, clientId, isSelected }) {
    const written = data.useSelect((select) => blocks.serialize(select('core/block-editor').getBlocks(clientId)), [clientId]);
    const root = document.implementation.createHTMLDocument(widget.name);
    const script = root.createElement('script');
    Object.assign(script, { type: 'module', src: loader });
    const list = root.createElement(faq);
    made(widget, attributes).forEach(([name, value]) => list.setAttribute(name, value));
    list.innerHTML = written;
    root.documentElement.lang = 'sv';
    root.body.style.fontFamily = 'system-ui, sans-serif';
    root.head.append(script);
    root.body.append(list);
    return frame(widget, isSelected, { sandbox: 'allow-scripts', srcDoc: `<!doctype html>${root.documentElement.outerHTML}` });
  }

  const firstQuestion = [
    ['core/heading', { level: 3, placeholder: __('Skriv en fråga', 'kommun-widgets') }],
    ['core/paragraph', { placeholder: __('Skriv svaret', 'kommun-widgets') }],
  ];

  function Questions(props) {
    const [isShown, setShown] = useState(false);
    if (props.attributes.src) return el(LiveWidget, props);
    return el(Fragment, null,
      loader && el(blockEditor.BlockControls, { group: 'block' }, el(components.ToolbarButton, { isPressed: isShown, onClick: () => setShown(!isShown) }, __('Förhandsvisa', 'kommun-widgets'))),
      isShown ? el(LiveQuestions, props) : el(blockEditor.InnerBlocks, { template: firstQuestion }));
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
  const saveOf = ({ tag }) => ({ attributes: { link, instead } }) => {
    if (tag === faq) return el(blockEditor.InnerBlocks.Content);
    return el('p', null, link ? el('a', { href: link }, instead) : instead);
  };

  for (const widget of widgets) blocks.registerBlockType(`kommun/${widget.short}`, { edit: editOf(widget), save: saveOf(widget) });
})(window.wp, window.kommunWidgets);
