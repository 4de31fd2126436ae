/// Web Push: news for browsers while nobody looks. Off unless the operator gives a contact.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"identity", "notifications", "outbound", "problems", "turns"})
package com.aipixels.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
