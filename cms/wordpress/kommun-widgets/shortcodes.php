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
	$names = implode( '|', array_keys( widgets() ) );
	$content = preg_replace( "~<(/?(?:$names)\b[^<>\[\]]*)>~", '[$1]', $content );
	return str_contains( $content, '[/kommun-' ) ? preg_replace( "~\[/?(?:$names)\b[^\]]*\]~", "\n\n$0\n\n", $content ) : $content;
}

/** What a code stands around, without the ends of the paragraphs that WordPress has put the code itself in. */
function whole( string $inside ): string {
	return trim( do_shortcode( preg_replace( '~^\s*</p>|<p>\s*$~', '', $inside ) ) );
}
