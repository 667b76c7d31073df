<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

// The widgets' tags pass in what editors write, also those who may not write any HTML. What visitors write, such as
// comments, is another context. What an attribute says is checked when the page is shown: codes and tags are read alike.
add_filter( 'wp_kses_allowed_html', function ( array $allowed, $context ): array {
	if ( $context !== 'post' ) {
		return $allowed;
	}
	foreach ( widgets() as $tag => $widget ) {
		$allowed[ $tag ] = array_fill_keys( array_column( array_merge( $widget['settings'], ON_ANY_TAG ), 'name' ), true );
	}
	return $allowed;
}, 10, 2 );
