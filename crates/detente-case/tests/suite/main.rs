//! The reader from the outside: broken files, sound files, the schema, and files that nobody would write.

mod broken;
mod docs;
mod robust;
mod schema;
mod sound;
