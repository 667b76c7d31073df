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

add_filter( 'plugin_action_links_kommun-widgets/kommun-widgets.php', fn( array $links ) => array(
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
	);
}

/** The addresses that may be used, each as a whole address; what may not is told of, and what was there before is kept. */
function sanitized( $given ): array {
	$before = get_option( OPTION ) ?: array();
	$after = array();
	foreach ( fields() as $name => $field ) {
		$written = trim( (string) ( $given[ $name ] ?? '' ) );
		$address = str_starts_with( $written, '/' ) && ! str_starts_with( $written, '//' ) ? origin_of( home_url() ) . $written : $written;
		if ( $address !== '' && ! is_safe( $address ) ) {
			/* translators: %s: the name of a field. */
			add_settings_error( OPTION, $name, sprintf( __( '%s går inte att använda. Skriv en hel adress som börjar med https://, eller en på samma server som webbplatsen. Adressen är inte ändrad.', 'kommun-widgets' ), $field['label'] ) );
			$address = $before[ $name ] ?? '';
		}
		$after[ $name ] = $address;
	}
	return $after;
}

/** Whether code and answers from there can be trusted to arrive as they were sent: encrypted, or from the site's own host. */
function is_safe( string $address ): bool {
	$parts = wp_parse_url( $address );
	return esc_url_raw( $address, array( 'http', 'https' ) ) === $address
		&& ! isset( $parts['user'] ) && origin_of( $address ) !== ''
		&& ( $parts['scheme'] === 'https' || $parts['host'] === wp_parse_url( home_url(), PHP_URL_HOST ) );
}

function explain(): void {
	printf( '<p>%s</p>', esc_html__( 'Här bestämmer du varifrån widgetarna hämtas och vilken tjänst de pratar med. Det gäller hela webbplatsen. Ingen annan kan ändra det, och inget som skrivs på en sida kan det.', 'kommun-widgets' ) );
	printf( '<p>%s</p>', esc_html__( 'Sedan lägger redaktören in widgetarna som block, eller med kortkoder som [kommun-faq].', 'kommun-widgets' ) );
}

function draw_field( string $name, array $field ): void {
	printf(
		'<input type="text" inputmode="url" class="regular-text code" id="kommun-widgets-%1$s" name="%2$s[%1$s]" value="%3$s" placeholder="%4$s" aria-describedby="kommun-widgets-%1$s-help"><p class="description" id="kommun-widgets-%1$s-help">%5$s</p>',
		esc_attr( $name ), esc_attr( OPTION ), esc_attr( get_option( OPTION )[ $name ] ?? '' ), esc_attr( $field['example'] ), esc_html( $field['help'] )
	);
}

function draw_page(): void {
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button( __( 'Spara', 'kommun-widgets' ) );
	echo '</form></div>';
}
