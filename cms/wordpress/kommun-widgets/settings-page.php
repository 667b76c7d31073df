<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

const PAGE = 'kommun-widgets';

add_action( 'admin_init', function (): void {
	// options.php asks for the nonce and for the capability before it saves.
	register_setting( PAGE, OPTION, array(
		'type' => 'object',
		'default' => array(),
		'sanitize_callback' => sanitized( ... ),
	) );
	add_settings_section( 'addresses', '', explain( ... ), PAGE );
	foreach ( fields() as $name => $field ) {
		add_settings_field( $name, $field['label'], fn() => draw_field( $name, $field ), PAGE, 'addresses', array( 'label_for' => "kommun-widgets-$name" ) );
	}
} );

add_action( 'admin_menu', function (): void {
	$name = __( 'Kommunens widgetar', 'kommun-widgets' );
	add_options_page( $name, $name, capability(), PAGE, draw_page( ... ) );
} );

add_filter( 'option_page_capability_' . PAGE, capability( ... ) );

/** Who may say which script runs on every page. On a network that is nobody of a single site, where not even administrators may write scripts. */
function capability(): string {
	return is_multisite() ? 'manage_network_options' : 'manage_options';
}

add_filter( 'plugin_action_links_kommun-widgets/kommun-widgets.php', fn( array $links ) => ! current_user_can( capability() ) ? $links : array(
	sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . PAGE ) ), esc_html__( 'Inställningar', 'kommun-widgets' ) ),
	...$links,
) );

function fields(): array {
	return array(
		'loader' => array(
			'label' => __( 'Skriptets adress', 'kommun-widgets' ),
			'help' => __( 'Slutar på kommun.js. Du får den av den som sköter tjänsten.', 'kommun-widgets' ),
			'example' => 'https://widgets.kommunen.se/v1/kommun.js',
		),
		'backend' => array(
			'label' => __( 'Tjänstens adress', 'kommun-widgets' ),
			'help' => __( 'Lämna tomt om tjänsten finns på samma server som skriptet.', 'kommun-widgets' ),
			'example' => 'https://widgets.kommunen.se/api/v1',
		),
		'phone' => array(
			'label' => __( 'Servicecenters telefon', 'kommun-widgets' ),
			'help' => __( 'Besökaren får numret när en widget inte kan visas.', 'kommun-widgets' ),
			'example' => '08-123 45 67',
		),
	);
}

/** What may be used of what an administrator wrote. */
function sanitized( $given ): array {
	$after = array();
	foreach ( fields() as $name => $field ) {
		$written = is_string( $given[ $name ] ?? null ) ? trim( $given[ $name ] ) : '';
		$after[ $name ] = $name === 'phone' ? sanitize_text_field( $written ) : whole_address( $name, $written );
	}
	return $after;
}

/** The address as a whole one. One that may not be used is told of, and what was there before is kept. */
function whole_address( string $name, string $written ): string {
	$address = str_starts_with( $written, '/' ) && ! str_starts_with( $written, '//' ) ? origin_of( home_url() ) . $written : $written;
	if ( $address === '' || is_safe( $address ) ) {
		return $address;
	}
	/* translators: 1: the name of a field, 2: what was written there. */
	$refusal = __( '%1$s går inte att använda. Du skrev %2$s. Skriv en hel adress som börjar med https://, eller en på samma server som webbplatsen. Adressen är inte ändrad.', 'kommun-widgets' );
	add_settings_error( OPTION, $name, sprintf( $refusal, fields()[ $name ]['label'], '<code>' . esc_html( $written ) . '</code>' ) );
	return get_option( OPTION )[ $name ] ?? '';
}

/** Whether code and answers from there can be trusted to arrive as they were sent: encrypted, or as little encrypted as the site itself, from its own host. */
function is_safe( string $address ): bool {
	$parts = wp_parse_url( $address );
	$home = wp_parse_url( home_url() );
	return esc_url_raw( $address, array( 'http', 'https' ) ) === $address
		&& ! isset( $parts['user'] ) && origin_of( $address ) !== ''
		&& ( $parts['scheme'] === 'https' || ( $home['scheme'] === 'http' && $parts['host'] === $home['host'] ) );
}

function explain(): void {
	printf( '<p>%s</p>', esc_html__( 'Här bestämmer du varifrån widgetarna hämtas och vilken tjänst de pratar med. Det gäller hela webbplatsen. Ingen annan kan ändra det, och inget som skrivs på en sida kan det.', 'kommun-widgets' ) );
	printf( '<p>%s</p>', esc_html__( 'Sedan lägger redaktören in widgetarna som block, eller med kortkoder som [kommun-faq].', 'kommun-widgets' ) );
	/* translators: 1: the name of a setting, 2: the site's own address. */
	$allow = esc_html__( 'Den som sköter tjänsten behöver också släppa in webbplatsen. Då ska den här adressen stå i %1$s: %2$s', 'kommun-widgets' );
	printf( "<p>$allow</p>", '<code>allowedOrigins</code>', '<code>' . esc_html( origin_of( home_url() ) ) . '</code>' );
}

function draw_field( string $name, array $field ): void {
	printf(
		'<input type="text" inputmode="%6$s" class="regular-text code" id="kommun-widgets-%1$s" name="%2$s[%1$s]" value="%3$s" placeholder="%4$s" aria-describedby="kommun-widgets-%1$s-help"><p class="description" id="kommun-widgets-%1$s-help">%5$s</p>',
		esc_attr( $name ), esc_attr( OPTION ), esc_attr( get_option( OPTION )[ $name ] ?? '' ), esc_attr( $field['example'] ), esc_html( $field['help'] ),
		$name === 'phone' ? 'tel' : 'url'
	);
}

function draw_page(): void {
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button( __( 'Spara', 'kommun-widgets' ) );
	echo '</form></div>';
}
