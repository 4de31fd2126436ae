/// Who sees what of a picture, in every state, through every operation.
package com.aipixels.visibility;
