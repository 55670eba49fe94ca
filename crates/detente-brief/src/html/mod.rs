//! The brief as one self-contained page.
