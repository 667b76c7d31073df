<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of a widget with what is read where it cannot be shown: `$inside`, which is HTML and the caller's to have
 * made safe, or else a link called `$called` to the widget's own page.
 */
function element( string $tag, array $given, string $inside = '', string $called = '' ): string {
	$attributes = attributes_for( $tag, $given );
	if ( trim( $inside ) === '' ) {
		$link = link_instead( $tag, $attributes, $called ?: widgets()[ $tag ]['instead'] );
		// A list without questions is made by the script: of those below it, or of the backend's.
		if ( $tag === 'kommun-faq' && ! isset( $attributes['src'] ) ) {
			return $link;
		}
		// A slot of its own hides it once the widget is there.
		$inside = '<span slot="kommun-anchor">' . ( own_page( $tag ) ? or_by_phone( $link ) : $link ) . '</span>';
	}
	$written = '';
	foreach ( allowed_values( ON_ANY_TAG, $given ) + $attributes as $name => $value ) {
		$written .= $value === '' ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<$tag$written>$inside</$tag>";
}

/** A link to the widget's own page, which says in its fragment all that the widget does; the words alone while there is no such page. */
function link_instead( string $tag, array $attributes, string $called ): string {
	if ( ! own_page( $tag ) ) {
		return esc_html( $called );
	}
	$pairs = array_map( fn( $name, $value ) => $value === '' ? $name : $name . '=' . rawurlencode( $value ), array_keys( $attributes ), $attributes );
	$fragment = "#$tag" . ( $pairs ? '?' . implode( '&', $pairs ) : '' );
	return sprintf( '<a href="%s">%s</a>', esc_url( own_page( $tag ) . $fragment ), esc_html( $called ) );
}

function or_by_phone( string $link ): string {
	/* translators: 1: a link, 2: a telephone number. */
	return service_phone() ? sprintf( esc_html__( '%1$s, eller ring %2$s', 'kommun-widgets' ), $link, esc_html( service_phone() ) ) : $link;
}
