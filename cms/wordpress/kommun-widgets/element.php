<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of a widget with what is read where it cannot be shown: `$inside`, which is HTML and the caller's to have
 * made safe, or else a link called `$called` to the widget's own page.
 */
function element( string $tag, array $given, string $inside = '', string $called = '' ): string {
	$attributes = attributes_for( $tag, $given );
	$called = $called ?: widgets()[ $tag ]['instead'];
	if ( trim( $inside ) === '' ) {
		// A list without questions is made by the script: of those below it, or of the backend's.
		if ( $tag === 'kommun-faq' && ! isset( $attributes['src'] ) ) {
			return instead( $tag, $attributes, $called );
		}
		$inside = instead( $tag, $attributes, $called, ' slot="kommun-anchor"' );
	}
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$written .= $value === '' ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<$tag$written>$inside</$tag>";
}

/** A link to the widget's own page, which says in its fragment all that the widget does. A slot of its own hides it once the widget is there. */
function instead( string $tag, array $attributes, string $called, string $slot = '' ): string {
	$pairs = array_map( fn( $name, $value ) => $value === '' ? $name : $name . '=' . rawurlencode( $value ), array_keys( $attributes ), $attributes );
	$fragment = "#$tag" . ( $pairs ? '?' . implode( '&', $pairs ) : '' );
	return sprintf( '<a href="%s"%s>%s</a>', esc_url( own_page( $tag ) . $fragment ), $slot, esc_html( $called ) );
}
