<?php
/**
 * Plugin Name: Kommunens widgetar
 * Description: Inloggning med e-legitimation, Mina ärenden, frågor och svar med mera, som block och kortkoder.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 8.1
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: kommun-widgets
 * Update URI: false
 */

namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';

require __DIR__ . '/widgets.php';
require __DIR__ . '/addresses.php';
require __DIR__ . '/settings-page.php';
require __DIR__ . '/loader.php';
require __DIR__ . '/values.php';
require __DIR__ . '/element.php';
require __DIR__ . '/shortcodes.php';
require __DIR__ . '/blocks.php';
require __DIR__ . '/preview.php';
require __DIR__ . '/kses.php';
require __DIR__ . '/classic-editor.php';
