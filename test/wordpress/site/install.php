<?php
// Run once for each set of tables, in WordPress' own folder: makes the tables, one user of each role that matters, and
// activates the plugin, except on a network, where somebody else does.
// Says on its output which version it is.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = getenv( 'WORDPRESS_HOST' );
require './wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// There is nobody to write to.
function wp_new_blog_notification() {}

wp_install( 'Kommunen', 'administrator', 'administrator@kommunen.example', true, '', 'administrator' );
foreach ( array( 'editor', 'author' ) as $role ) {
	wp_insert_user( array( 'user_login' => $role, 'user_pass' => $role, 'user_email' => "$role@kommunen.example", 'role' => $role ) );
}
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}
switch_theme( 'twentytwentyone' );
// The site is in Swedish, while wp-admin has no other words than English ones.
add_filter( 'sanitize_option_WPLANG', fn() => 'sv_SE' );
update_option( 'WPLANG', 'sv_SE' );
update_option( 'comment_moderation', '' );
update_option( 'comment_previously_approved', '' );
update_option( 'kommun_widgets', array( 'loader' => getenv( 'WORDPRESS_BACKEND' ) . '/v1/kommun.js', 'backend' => '' ) );
if ( getenv( 'WORDPRESS_NETWORK' ) ) {
	require_once ABSPATH . 'wp-admin/includes/network.php';
	foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) {
		$wpdb->$table = $name;
	}
	install_network();
	populate_network( 1, getenv( 'WORDPRESS_HOST' ), 'administrator@kommunen.example', 'Kommunerna' );
	// Whoever was an administrator by now became one of the whole network.
	wp_insert_user( array( 'user_login' => 'site-administrator', 'user_pass' => 'site-administrator', 'user_email' => 'site@kommunen.example', 'role' => 'administrator' ) );
	exit;
}
$failure = activate_plugin( 'kommun-widgets/kommun-widgets.php' );
echo is_wp_error( $failure ) ? $failure->get_error_message() : $GLOBALS['wp_version'];
