// What the Visual tab is given has codes for the widgets' tags: it takes tags away. TinyMCE makes its plugins with `new`.
tinymce.PluginManager.add('kommun_widgets', function Plugin(editor) {
  const tag = new RegExp(`<(/?(?:${editor.getParam('kommun_widgets')})(?![\\w-])[^<>]*)>`, 'gi');
  // Before WordPress makes paragraphs of what is given.
  const isFirst = true;
  editor.on('BeforeSetContent', (given) => {
    given.content = given.content?.replace(tag, '[$1]');
  }, isFirst);
});
