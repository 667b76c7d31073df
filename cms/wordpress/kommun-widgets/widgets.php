<?php
namespace KommunWidgets;

defined( 'ABSPATH' ) || exit;

/** Every widget that an editor can put on a page, by tag, with its words and settings. The list is generated. */
function widgets(): array {
	static $widgets;
	return $widgets ??= array_column( wp_json_file_decode( __DIR__ . '/widgets.json', array( 'associative' => true ) ), null, 'tag' );
}
