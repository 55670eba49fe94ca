//! The brief for a terminal: plain words, aligned tables, no colour needed.
