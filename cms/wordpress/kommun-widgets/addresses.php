<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/** The option that holds both addresses, and the telephone. Only administrators write it; nothing in a page's content does. */
const OPTION = 'kommun_widgets';

/** Where the widgets' script is, or nothing. */
function loader_address(): string {
	return get_option( OPTION )['loader'] ?? '';
}

/** Where the backend is, or nothing. Beside the script, unless an administrator says otherwise. */
function backend_address(): string {
	$written = get_option( OPTION )['backend'] ?? '';
	return $written ?: ( loader_address() ? origin_of( loader_address() ) . '/api/v1' : '' );
}

/** The telephone of the service centre, in plain words, or nothing. */
function service_phone(): string {
	return get_option( OPTION )['phone'] ?? '';
}

/** The page that the backend has for one widget alone, or nothing. */
function own_page( string $tag ): string {
	return backend_address() ? origin_of( backend_address() ) . '/w/' . widgets()[ $tag ]['short'] : '';
}

/** Scheme, host and port of a whole address; nothing when it is not one. */
function origin_of( string $address ): string {
	$parts = wp_parse_url( $address );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	$port = isset( $parts['port'] ) ? ":{$parts['port']}" : '';
	return strtolower( "{$parts['scheme']}://{$parts['host']}$port" );
}

/** Whether an address that stands in a page leads to the site itself or to the backend. */
function is_ours( string $address ): bool {
	// A browser drops line breaks, and takes a backslash for a slash.
	if ( preg_match( '~[\x00-\x20\\\\]~', $address ) ) {
		return false;
	}
	// What has a colon before anything else names its own scheme.
	return preg_match( '~^(?!//)[^:/?#]*(?:[/?#]|$)~', $address ) === 1
		|| in_array( origin_of( $address ), array_filter( array( origin_of( home_url() ), origin_of( backend_address() ) ) ), true );
}
