<?php
// Opens the classic editor, which WordPress still has, for addresses that end with `?classic-editor`.
add_filter( 'use_block_editor_for_post', fn( $use ) => $use && ! isset( $_GET['classic-editor'] ) );
