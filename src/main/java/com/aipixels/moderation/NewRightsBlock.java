package com.aipixels.moderation;

import com.aipixels.gallery.ImageId;

/// A picture to block for a while, and on whose request.
record NewRightsBlock(ImageId imageId, int days, String claimant, String note) {}
