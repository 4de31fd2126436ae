/// The real jar as a process of its own, and what is done to it. Nothing here calls a class of the
/// service: what it left behind is read from its database and its files.
package com.aipixels.faults;
