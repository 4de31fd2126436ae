/// People at real browsers, and what they see.
package com.aipixels.browser;
