<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

// `[kommun-faq heading-level="3"]`, alone or around questions. Comments are never read for codes.
add_action( 'init', function (): void {
	foreach ( array_keys( widgets() ) as $tag ) {
		add_shortcode( $tag, fn( $given, ?string $inside ) => element( $tag, by_name( $given ), whole( (string) $inside ) ) );
	}
} );

// Before blocks and paragraphs are made.
foreach ( array( 'the_content', 'widget_text_content', 'widget_block_content' ) as $where ) {
	add_filter( $where, set_apart( ... ), 8 );
}

// Where WordPress reads no codes, or has read them already: excerpts, lists of posts, HTML beside the page, and patterns that many pages share.
foreach ( array( 'get_the_excerpt', 'render_block_core/latest-posts', 'render_block_core/html', 'render_block_core/block', 'widget_custom_html_content' ) as $where ) {
	add_filter( $where, with_checked_tags( ... ), 20 );
}

/** A name without a value, as `search`, is on. */
function by_name( $given ): array {
	$named = array();
	foreach ( (array) $given as $name => $value ) {
		is_int( $name ) ? $named[ $value ] = true : $named[ $name ] = $value;
	}
	return $named;
}

/**
 * A tag is read as its code: then its settings are checked whoever wrote it, and paragraphs are not drawn across it. Codes
 * around something get lines of their own, so that WordPress begins and ends its paragraphs inside.
 */
function set_apart( string $content ): string {
	$names = code_names();
	// In double brackets it is to be read. WordPress itself would take it to begin what a later code ends.
	$content = preg_replace( "~\[\[((?:$names)(?![\w-])[^\[\]]*)\]\]~", '&#91;$1&#93;', with_codes_for_tags( $content ) );
	// WordPress takes a slash that ends a code for its own, also where it ends an address without quotes.
	$content = preg_replace( "~(\[(?:$names)\s[^\]]*(?<=\s)(?:" . address_names() . ")=[^\s\]\"']*/)\]~", '$1 ]', $content );
	if ( ! str_contains( $content, '[/kommun-' ) ) {
		return $content;
	}
	// WordPress takes a code that stands alone to reach to the end of a later one, unless it says that it does not.
	$until_the_next = '[^\[]*+(?:\[(?!/?\2(?![\w-]))[^\[]*+)*+';
	$content = preg_replace( "~(?<!\[)\[(($names)(?![\w-])[^\]]*?)\s*/?\](?!\])(?!$until_the_next\[/)~", '[$1 /]', $content );
	return preg_replace( "~(?<!\[)\[/?(?:$names)(?![\w-])[^\]]*\](?!\])~", "\n\n$0\n\n", $content );
}

function with_codes_for_tags( string $html ): string {
	return preg_replace_callback( '~<(/?)(' . code_names() . ')(?![\w-])([^<>]*)>~i', function ( array $tag ): string {
		$settings = $tag[1] ? '' : strtr( $tag[3], array( '[' => '&#91;', ']' => '&#93;' ) );
		return "[$tag[1]" . strtolower( $tag[2] ) . "$settings]";
	}, $html );
}

function with_checked_tags( string $html ): string {
	if ( stripos( $html, '<kommun-' ) === false ) {
		return $html;
	}
	return preg_replace_callback( '/' . get_shortcode_regex( array_keys( widgets() ) ) . '/', 'do_shortcode_tag', set_apart( $html ) );
}

/** The names of all codes, for a pattern. */
function code_names(): string {
	return implode( '|', array_keys( widgets() ) );
}

/** The names of all settings that are addresses, for a pattern. */
function address_names(): string {
	$settings = array_merge( ...array_column( widgets(), 'settings' ) );
	return implode( '|', array_unique( array_column( array_filter( $settings, fn( $setting ) => $setting['kind'] === 'address' ), 'name' ) ) );
}

/** What a code stands around, without the ends of the paragraphs that WordPress has put the code itself in. */
function whole( string $inside ): string {
	return trim( do_shortcode( preg_replace( '~^\s*</p>|<p>\s*$~', '', $inside ) ) );
}
