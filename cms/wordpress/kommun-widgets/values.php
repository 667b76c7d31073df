<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/** What any tag may say: a name to link to, looks, a language. A widget's own page has no use for it. */
const ON_ANY_TAG = array(
	array( 'name' => 'id', 'kind' => 'text' ),
	array( 'name' => 'class', 'kind' => 'text' ),
	array( 'name' => 'lang', 'kind' => 'text' ),
);

/** The settings of a widget that were given a value they can have, as attributes: names and texts, in the widget's order. */
function attributes_for( string $tag, array $given ): array {
	return allowed_values( widgets()[ $tag ]['settings'], $given );
}

function allowed_values( array $settings, array $given ): array {
	$values = array();
	foreach ( $settings as $setting ) {
		$one = $given[ $setting['name'] ] ?? null;
		$value = is_string( $one ) || is_bool( $one ) ? allowed_value( $setting, $one ) : null;
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
	$written = preg_replace( '/^[“”„″»«]+|[“”„″»«]+$/u', '', html_entity_decode( (string) $given, ENT_QUOTES ) );
	$text = trim( $setting['kind'] === 'address' ? $written : wp_strip_all_tags( $written ) );
	return match ( true ) {
		$text === '' => null,
		$setting['kind'] === 'choice' => isset( $setting['options'][ $text ] ) ? $text : null,
		$setting['kind'] === 'number' => ctype_digit( $text ) ? $text : null,
		$setting['kind'] === 'address' => is_ours( $text ) || is_contact( $setting, $text ) ? $text : null,
		default => $text,
	};
}

/** Whether a visitor writes or rings by it, where the setting is for that. */
function is_contact( array $setting, string $address ): bool {
	return $setting['name'] === 'contact-href' && preg_match( '~^(mailto|tel):~', $address ) === 1;
}

function is_on( string|bool $given ): bool {
	return is_bool( $given ) ? $given : ! preg_match( '/^(false|nej|no|0|off|av)$/i', trim( $given ) );
}
