<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

// The Visual tab of the classic editor takes away tags that it does not know, for good, whoever writes. So it is given
// codes in their place, which it keeps, and which are read alike.
add_filter( 'mce_external_plugins', fn( array $plugins ) => $plugins + array( 'kommun_widgets' => plugins_url( 'classic-editor.js', __FILE__ ) . '?ver=' . VERSION ) );
add_filter( 'tiny_mce_before_init', fn( array $editor ) => $editor + array( 'kommun_widgets' => code_names() ) );
