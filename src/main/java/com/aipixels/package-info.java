/// AIPixels: a community for AI pictures, Korean first. Each direct sub-package is a room.
@NullMarked
package com.aipixels;

import org.jspecify.annotations.NullMarked;
