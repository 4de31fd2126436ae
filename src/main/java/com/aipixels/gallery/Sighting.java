package com.aipixels.gallery;

/// Somebody saw a picture; `viewer` tells members and guests apart and is kept nowhere.
record Sighting(ImageId image, String viewer) {}
