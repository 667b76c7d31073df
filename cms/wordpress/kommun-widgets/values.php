<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/** The settings of a widget that were given a value they can have, as attributes: names and texts, in the widget's order. */
function attributes_for( string $tag, array $given ): array {
	$values = array();
	foreach ( widgets()[ $tag ]['settings'] as $setting ) {
		$value = isset( $given[ $setting['name'] ] ) ? allowed_value( $setting, $given[ $setting['name'] ] ) : null;
		if ( $value !== null ) {
			$values[ $setting['name'] ] = $value;
		}
	}
	return $values;
}

/** What is written as the attribute's value, or null where it is to be left out. */
function allowed_value( array $setting, string|bool $given ): ?string {
	if ( $setting['kind'] === 'switch' ) {
		return is_on( $given ) ? '' : null;
	}
	// Quotes from a word processor come along inside the value.
	$text = sanitize_text_field( preg_replace( '/^[“”„″»«]+|[“”„″»«]+$/u', '', html_entity_decode( (string) $given, ENT_QUOTES ) ) );
	return match ( true ) {
		$text === '' => null,
		$setting['kind'] === 'choice' => isset( $setting['options'][ $text ] ) ? $text : null,
		$setting['kind'] === 'number' => ctype_digit( $text ) ? $text : null,
		$setting['kind'] === 'address' => is_ours( $text ) || preg_match( '~^(mailto|tel):~', $text ) ? $text : null,
		default => $text,
	};
}

function is_on( string|bool $given ): bool {
	return is_bool( $given ) ? $given : ! preg_match( '/^(false|nej|no|0|off|av)$/i', trim( $given ) );
}
