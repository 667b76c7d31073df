<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

const EDITOR = 'kommun-widgets-blocks';

/** What each block is told apart by where there are many, of the icons that WordPress has. */
const ICONS = array(
	'kommun-faq' => 'editor-help',
	'kommun-eid-login' => 'unlock',
	'kommun-eid-test' => 'yes-alt',
	'kommun-case-inbox' => 'portfolio',
	'kommun-guardian-signature' => 'edit-page',
	'kommun-child-picker' => 'groups',
);

add_action( 'init', function (): void {
	wp_register_script( EDITOR, plugins_url( 'blocks.js', __FILE__ ), array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-html-entities', 'wp-i18n' ), VERSION, true );
	wp_set_script_translations( EDITOR, 'kommun-widgets' );
	foreach ( widgets() as $tag => $widget ) {
		register_block_type( "kommun/{$widget['short']}", array(
			'api_version' => 3,
			'title' => $widget['name'],
			'description' => $widget['what'],
			'category' => 'widgets',
			'icon' => icon_of( $tag ),
			'keywords' => array( 'kommun', $tag ),
			'attributes' => block_attributes( $widget ),
			'supports' => array( 'html' => false, 'className' => false, 'customClassName' => false ),
			'editor_script_handles' => array( EDITOR ),
			'render_callback' => fn( array $given, string $saved ) => drawn_block( $tag, $given, $saved ),
		) );
	}
} );

function icon_of( string $tag ): string {
	return ICONS[ $tag ] ?? 'building';
}

/** A link and its words lie in what is saved, where they are read without the plugin. */
function block_attributes( array $widget ): array {
	$attributes = array();
	foreach ( $widget['settings'] as $setting ) {
		$attributes[ $setting['name'] ] = array( 'type' => $setting['kind'] === 'switch' ? 'boolean' : 'string' );
	}
	return $widget['tag'] === 'kommun-faq' ? $attributes : $attributes + array(
		'instead' => array( 'type' => 'string', 'source' => 'text', 'selector' => 'p' ),
		'link' => array( 'type' => 'string', 'source' => 'attribute', 'selector' => 'a', 'attribute' => 'href' ),
	);
}

function drawn_block( string $tag, array $given, string $saved ): string {
	if ( $tag === 'kommun-faq' ) {
		return element( $tag, $given, $saved );
	}
	return element( $tag, $given, '', trim( html_entity_decode( wp_strip_all_tags( $saved ), ENT_QUOTES ) ) );
}

/** A widget as the block editor knows it: with its own page and icon, and with an example of an address that leads to the backend. */
function known_of( array $widget ): array {
	foreach ( $widget['settings'] as &$setting ) {
		if ( $setting['name'] === 'src' && backend_address() ) {
			$setting['example'] = backend_address() . '/faq';
		}
	}
	return $widget + array( 'page' => own_page( $widget['tag'] ), 'icon' => icon_of( $widget['tag'] ) );
}

// An excerpt may be of the questions.
add_filter( 'excerpt_allowed_wrapper_blocks', fn( array $blocks ) => array( ...$blocks, 'kommun/faq' ) );

// The words come with each of the editor's pages, so that they are the same as on the server.
add_action( 'enqueue_block_editor_assets', function (): void {
	$known = array(
		'widgets' => array_map( known_of( ... ), array_values( widgets() ) ),
		'loader' => loader_address(),
		'backend' => backend_address(),
		'phone' => service_phone(),
		'home' => home_url( '/' ),
	);
	wp_add_inline_script( EDITOR, 'window.kommunWidgets = ' . wp_json_encode( $known, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
} );
