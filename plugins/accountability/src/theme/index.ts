import './tokens.css';
import './accountability.css';
