<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

// A page with one widget in the site's own looks, for the frame in the block editor. Before anything else reads the
// address, and only for those who write on the site.
add_action( 'template_redirect', function (): void {
	$tag = sanitize_key( $_GET['kommun-widgets-preview'] ?? '' );
	if ( ! isset( widgets()[ $tag ] ) ) {
		return;
	}
	if ( ! current_user_can( 'edit_posts' ) ) {
		wp_die( esc_html__( 'Förhandsvisningen är bara för dig som skriver på webbplatsen. Logga in och öppna sidan igen.', 'kommun-widgets' ), '', array( 'response' => 403 ) );
	}
	$settings = wp_unslash( $_GET['settings'] ?? '' );
	$given = is_string( $settings ) ? json_decode( $settings, true ) : array();
	status_header( 200 );
	header( "Content-Security-Policy: frame-ancestors 'self' " . origin_of( admin_url() ) );
	nocache_headers();
	add_filter( 'wp_robots', 'wp_robots_no_robots' );
	echo '<!doctype html><html ' . get_language_attributes() . '><head><meta charset="utf-8">';
	wp_head();
	echo '</head><body><div class="entry-content" style="padding: 1em">';
	echo element( $tag, array_filter( (array) $given, fn( $value ) => is_string( $value ) || is_bool( $value ) ) );
	echo '</div>';
	wp_footer();
	echo '</body></html>';
	exit;
}, -1 );
