import { letPhonesLook } from '../../../demo/screen.ts';

// The drawn phone of the demo reads the code from these pages too.
letPhonesLook();
