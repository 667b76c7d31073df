<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

const LOADER = 'kommun-widgets';

// Every page that a visitor sees, since a link anywhere may stand for a widget. Feeds and wp-admin have no such hook.
add_action( 'wp_enqueue_scripts', function (): void {
	if ( ! loader_address() ) {
		return;
	}
	wp_enqueue_script( LOADER, loader_address(), array(), null, false );
	wp_enqueue_style( LOADER, plugins_url( 'kommun.css', __FILE__ ), array(), VERSION );
	// So small a stylesheet WordPress then puts into the page itself.
	wp_style_add_data( LOADER, 'path', __DIR__ . '/kommun.css' );
} );

// WordPress before 6.5 knows no modules, and a module's tag later takes no attributes of ours: so it is written here.
add_filter( 'script_loader_tag', fn( string $tag, string $handle ) => $handle !== LOADER ? $tag : wp_get_script_tag( array(
	'type' => 'module',
	'id' => 'kommun-widgets-loader',
	'src' => loader_address(),
	'data-api' => backend_address(),
	'data-phone' => service_phone() ?: false,
	// What delays scripts leaves it alone: it waits by itself.
	'data-cfasync' => 'false',
) ), 10, 2 );
